// Why something was refused, in a dialog, above its buttons.

import { Text } from '@mantine/core';

export function ErrorLine({ children }: { readonly children: string }) {
  return (
    <Text size="sm" c="var(--sk-danger)" role="alert">
      {children}
    </Text>
  );
}
