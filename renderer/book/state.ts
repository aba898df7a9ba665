// What main says about the book.

import type { Output } from '../../shared/contract';

export type BookState = Output<'book.status'>;
