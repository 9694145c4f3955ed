import './session/start-key.js';
import '@digdir/designsystemet-css';
import '../theme/samspor.css';
import './styles/fonts.css';
import './styles/base.css';
import './styles/print.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { isProblem } from './api/problem.js';
import { router } from './router.js';
import { applyColours } from './shell/colours.js';

applyColours();

const queries = new QueryClient({
  defaultOptions: {
    // Whether the line is down is for the request to find out, and for the page to say at once.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      staleTime: 5_000,
      // A refusal is an answer; only what did not arrive is asked for again.
      retry: (failures, error) => failures < 3 && isProblem(error) && error.isYetToCome,
    },
  },
});

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root');
createRoot(root).render(
  <QueryClientProvider client={queries}>
    <RouterProvider router={router} />
  </QueryClientProvider>,
);
