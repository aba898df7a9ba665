// The real LibreOffice as an independent reader of what the app exports: opens a file with a password and says what stands in it.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export interface LibreOffice {
  /** The first sheet as CSV; null when LibreOffice would not open it. */
  read(file: string, password: string): string | null;
  /** Opens a workbook and saves it again; gives the new file. */
  resave(file: string): string;
  close(): void;
}

export function hasLibreOffice(): boolean {
  return program() !== undefined;
}

/** With a profile of its own: nobody's settings, and no clash with one that is open. */
export function aLibreOffice(): LibreOffice {
  const folder = mkdtempSync(path.join(tmpdir(), 'shuke-office-'));
  // The first start writes the profile, and would write over a macro that is there already.
  run(folder, '--terminate_after_init');
  const basic = path.join(folder, 'user', 'basic', 'Standard');
  mkdirSync(basic, { recursive: true });
  writeFileSync(path.join(basic, 'script.xlb'), LIBRARY);
  writeFileSync(path.join(basic, 'Proof.xba'), MACRO);
  return {
    read(file, password) {
      const target = path.join(folder, 'out.csv');
      rmSync(target, { force: true });
      const words = [pathToFileURL(file).href, password, pathToFileURL(target).href].map((word) => `"${word}"`).join(',');
      run(folder, `macro:///Standard.Proof.Convert(${words})`);
      return existsSync(target) ? readFileSync(target, 'utf8') : null;
    },
    resave(file) {
      run(folder, '--convert-to', 'xlsx', '--outdir', path.join(folder, 'resaved'), file);
      return path.join(folder, 'resaved', path.basename(file));
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function program(): string | undefined {
  const places = [...(process.env['PATH'] ?? '').split(path.delimiter), '/Applications/LibreOffice.app/Contents/MacOS'];
  return places.map((place) => path.join(place, 'soffice')).find((file) => existsSync(file));
}

function run(folder: string, ...order: readonly string[]): void {
  const profile = `-env:UserInstallation=${pathToFileURL(folder).href}`;
  execFileSync(program() ?? 'soffice', ['--headless', '--norestore', profile, ...order], { stdio: 'ignore', timeout: 60_000 });
}

const LIBRARY = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Proof"/>
</library:library>
`;

// No option of the command line takes a password, the macro language does.
const MACRO = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Proof" script:language="StarBasic">
Sub Convert(source As String, password As String, target As String)
  Dim load(1) As New com.sun.star.beans.PropertyValue
  load(0).Name = "Hidden" : load(0).Value = True
  load(1).Name = "Password" : load(1).Value = password
  Dim store(1) As New com.sun.star.beans.PropertyValue
  store(0).Name = "FilterName" : store(0).Value = "Text - txt - csv (StarCalc)"
  store(1).Name = "FilterOptions" : store(1).Value = "44,34,76"
  On Error GoTo Refused
  book = StarDesktop.loadComponentFromURL(source, "_blank", 0, load())
  book.storeToURL(target, store())
  book.close(True)
Refused:
  StarDesktop.terminate()
End Sub
</script:module>
`;
