// What the operating system asks the person on our behalf. Main shows it; paths stay in main.

export interface FileFilter {
  readonly name: string;
  readonly extensions: readonly string[];
}

export interface Dialogs {
  /** The chosen file's path, or null when the dialog was closed. */
  chooseFile(filters: readonly FileFilter[]): Promise<string | null>;
  chooseFolder(): Promise<string | null>;
  saveFile(suggestedName: string, filters: readonly FileFilter[]): Promise<string | null>;
  showInFolder(path: string): void;
  /** Prints a page of plain HTML that main made; false when the person gave up. */
  print(html: string): Promise<boolean>;
}
