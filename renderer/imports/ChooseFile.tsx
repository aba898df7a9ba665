// Choosing the file, how far its reading is, and why it could not be read.

import { Button } from '@mantine/core';
import { IconAlertCircle, IconFileImport, IconInfoCircle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useQuery } from '../core/data';
import { useWording } from '../core/wording';
import classes from './Imports.module.css';
import { IMPORT_DRAFT, readKept } from './kept';
import { chooseFile, readFile } from './steps';
import { useWizard } from './wizard';
import { WorkLine } from './WorkLine';

export function ChooseFile() {
  const { t } = useTranslation('imports');
  const { work } = useWizard();
  return (
    <section className={classes.choose} aria-labelledby="import-title">
      <h2 id="import-title" className={classes.chooseTitle}>
        {t('choose.title')}
      </h2>
      <p className={classes.chooseBody}>{t('choose.body')}</p>
      {work ? (
        <WorkLine work={work} />
      ) : (
        <div className={classes.chooseActions}>
          <Button leftSection={<IconFileImport size={16} stroke={1.7} aria-hidden="true" />} onClick={() => void chooseFile()}>
            {t('choose.button')}
          </Button>
          <span className={classes.hint}>{t('choose.dropHint')}</span>
        </div>
      )}
      <HalfDone />
      <Refusal />
      <p className={classes.chooseNote}>{t('choose.note')}</p>
    </section>
  );
}

/** An import that was interrupted: the file has to be chosen again, the work done on it has not. */
function HalfDone() {
  const { t } = useTranslation('imports');
  const { work } = useWizard();
  const kept = readKept(useQuery('drafts.get', { key: IMPORT_DRAFT }).data?.value);
  if (!kept || work) return null;
  return (
    <p className={classes.notice} role="note">
      <IconInfoCircle size={16} stroke={1.6} aria-hidden="true" />
      {t('choose.halfDone', { file: kept.fileName })}
    </p>
  );
}

/** Which file, what is wrong with it, what to do, and that nothing has happened. */
function Refusal() {
  const { t } = useTranslation('imports');
  const say = useWording();
  const { error, file } = useWizard();
  if (!error) return null;
  const mayBeLarge = error.code === 'file.too-large' && file !== null;
  return (
    <div className={classes.refusal} role="alert">
      <IconAlertCircle size={20} stroke={1.6} aria-hidden="true" />
      <div>
        {file && <div className={classes.refusalFile}>{file.fileName}</div>}
        <div>{say(error)}</div>
        <div>{t('safe')}</div>
        {mayBeLarge && (
          <Button variant="default" size="compact-sm" mt={8} onClick={() => void readFile({ large: true })}>
            {t('choose.large')}
          </Button>
        )}
      </div>
    </div>
  );
}
