import '@mantine/core/styles.css';
import '../../../platform/ui/theme/fonts.css';
import '../../../platform/ui/theme/tokens.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { onOfflineRefreshed, registerOfflineKinds } from '#api';
import { cssVariables, theme } from '#platform/ui';
import { newVersion } from './new-version.ts';
import { queries } from './queries.ts';
import { router } from './router.tsx';
import { offlineKinds } from './screens.ts';
import { startWords } from './words.ts';

const colours = localStorageColorSchemeManager({ key: 'hoaban.colours' });

await startWords();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colours}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
registerOfflineKinds(offlineKinds);
onOfflineRefreshed(() => void queries.invalidateQueries());
void newVersion.start();
