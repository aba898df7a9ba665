// Work on accounts: the lists are asked for anew afterwards, also when it failed half way between the book and its keys.

import { useQueryClient } from '@tanstack/react-query';
import { useJob, type Job, type JobPath } from '../core/data';

const ABOUT_PEOPLE: ReadonlySet<unknown> = new Set(['people.accounts', 'people.roles', 'book.status']);

export function useAccountJob<P extends JobPath>(path: P): Job<P> {
  const queries = useQueryClient();
  const job = useJob(path);
  return {
    ...job,
    start: async (input) => {
      const result = await job.start(input);
      void queries.invalidateQueries({ predicate: ({ queryKey }) => ABOUT_PEOPLE.has(queryKey[0]) });
      return result;
    },
  };
}
