// The import tab before and after an import: choose a file, or see what the last one brought; below, the earlier ones.

import { useRights } from '../core/rights';
import { BringBack } from '../transfer/BringBack';
import { Batches } from './Batches';
import { ChooseFile } from './ChooseFile';
import { ImportDone } from './ImportDone';
import classes from './Imports.module.css';
import { useWizard } from './wizard';

export function ImportTab() {
  const { result } = useWizard();
  const { owner } = useRights();
  return (
    <div className={classes.tab}>
      {result ? <ImportDone result={result} /> : <ChooseFile />}
      {owner && <BringBack />}
      <Batches />
    </div>
  );
}
