// A fresh recovery key, asked for when the page that shows it comes up. Nothing is written yet.

import { useEffect, useState } from 'react';
import { useJob } from '../core/data';
import type { Sheet } from './setup';

export function useSheet(): Sheet | null {
  const { start } = useJob('book.prepare');
  const [sheet, setSheet] = useState<Sheet | null>(null);
  useEffect(() => {
    let gone = false;
    async function prepare(): Promise<void> {
      const result = await start(null);
      if (result.ok && !gone) setSheet(result.value);
    }
    void prepare();
    return () => {
      gone = true;
    };
  }, [start]);
  return sheet;
}
