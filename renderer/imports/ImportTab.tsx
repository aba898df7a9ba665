// The import tab before and after an import: choose a file, or see what the last one brought; below, the earlier ones.

import { Batches } from './Batches';
import { ChooseFile } from './ChooseFile';
import { ImportDone } from './ImportDone';
import classes from './Imports.module.css';
import { useWizard } from './wizard';

export function ImportTab() {
  const { result } = useWizard();
  return (
    <div className={classes.tab}>
      {result ? <ImportDone result={result} /> : <ChooseFile />}
      <Batches />
    </div>
  );
}
