// Inside the stand-in Electron: does what Electron's own default app does, opens the app folder named on the command line.

const { app } = require('electron');
const fs = require('node:fs');
const path = require('node:path');

const { modules, folder } = readArguments(process.argv.slice(1));
for (const file of modules) require(path.resolve(file));
open(path.resolve(folder ?? '.'));

function readArguments(args) {
  const modules = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index];
    if (argument === '-r' || argument === '--require') modules.push(args[(index += 1)]);
    else if (!argument.startsWith('-')) return { modules, folder: argument };
  }
  return { modules, folder: undefined };
}

function open(folder) {
  const description = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  app.setVersion(description.version);
  app.setName(description.productName ?? description.name);
  app.setAppPath(folder);
  require(path.resolve(folder, description.main ?? 'index.js'));
}
