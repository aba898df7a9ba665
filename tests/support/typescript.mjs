// Lets plain Node run the project's TypeScript in a child process: imports are written without an extension, and the migrations are gathered by a glob.

import { readdirSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

registerHooks({
  resolve(specifier, context, next) {
    try {
      return next(specifier, context);
    } catch (error) {
      if (!specifier.startsWith('.')) throw error;
      return next(`${specifier}.ts`, context);
    }
  },
  load(url, context, next) {
    const loaded = next(url, context);
    if (!url.endsWith('/core/database/migrate.ts')) return loaded;
    return { ...loaded, source: String(loaded.source).replace(/import\.meta\.glob<string>\([^)]*\)/, JSON.stringify(migrations(url))) };
  },
});

function migrations(url) {
  const folder = new URL('./migrations/', url);
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return Object.fromEntries(names.map((name) => [`./migrations/${name}`, readFileSync(new URL(name, folder), 'utf8')]));
}
