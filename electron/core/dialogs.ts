// What the operating system asks the person on our behalf. Main shows it; paths stay in main.

export interface FileFilter {
  readonly name: string;
  readonly extensions: readonly string[];
}

export interface PaperPage {
  readonly html: string;
  readonly paper: 'A4' | 'A5';
  readonly landscape: boolean;
  /** HTML of one line; `<span class=pageNumber>` and `<span class=totalPages>` are filled in. */
  readonly footer: string;
}

export interface Dialogs {
  /** The chosen file's path, or null when the dialog was closed. */
  chooseFile(filters: readonly FileFilter[]): Promise<string | null>;
  chooseFolder(): Promise<string | null>;
  saveFile(suggestedName: string, filters: readonly FileFilter[]): Promise<string | null>;
  showInFolder(path: string): void;
  /** Prints a page of plain HTML that main made; false when the person gave up. */
  print(html: string, footer?: string): Promise<boolean>;
  /** The same as a PDF, with the number of each page beside `footer`. */
  pdf(page: PaperPage): Promise<Uint8Array>;
}
