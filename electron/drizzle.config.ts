// Where drizzle-kit finds the tables and writes the migrations.

import { defineConfig } from 'drizzle-kit';

export default defineConfig({
  dialect: 'sqlite',
  schema: './electron/core/database/schema.ts',
  out: './electron/core/database/migrations',
});
