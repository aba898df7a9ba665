// Reads damaged lists one after the other in a process of its own, and says what became of them.

import { damageLists } from '../lists';
import { readInput, say } from './input';

const { files, seed } = readInput<{ files: number; seed: number }>();
say(JSON.stringify(damageLists(files, seed)));
