// Opens a book of an older version, which brings it up to date.

import { vaultFiles } from '../../../electron/vault/files';
import { openOld, vaultOf } from '../../support/old-book';
import { readInput, say } from './input';

const { folder } = readInput<{ folder: string }>();
const vault = vaultOf({ files: vaultFiles(folder) });
say('begin');
await openOld(vault);
say('migrated');
vault.lock('quit');
