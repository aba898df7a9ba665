// Takes a file dropped anywhere on the window; while one hovers, says that letting go will read it.

import { IconFileImport } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showDone } from '../core/ui/toasts';
import classes from './Imports.module.css';
import { dropFile } from './steps';
import { wizard } from './wizard';

export function DropCurtain({ onRead }: { readonly onRead: () => void }) {
  const { t } = useTranslation('imports');
  const [over, setOver] = useState(false);
  const take = useEffectEvent((file: File) => {
    const { step, work } = wizard();
    // what has been matched and mended by hand must not be lost to a slip of the mouse
    if (work !== null || step === 'match' || step === 'check') {
      showDone(t('choose.busy'));
      return;
    }
    onRead();
    void dropFile(file);
  });
  useEffect(() => {
    function hover(event: DragEvent): void {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    }
    function leave(event: DragEvent): void {
      if (event.relatedTarget === null) setOver(false);
    }
    function drop(event: DragEvent): void {
      event.preventDefault();
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file) take(file);
    }
    window.addEventListener('dragover', hover);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', hover);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  if (!over) return null;
  return (
    <div className={classes.curtain}>
      <div className={classes.curtainBox}>
        <IconFileImport size={32} stroke={1.4} aria-hidden="true" />
        {t('choose.drop')}
      </div>
    </div>
  );
}
