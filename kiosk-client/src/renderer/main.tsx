import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './station.css';
import { App } from './app.tsx';
import { StationProvider } from './station-state.tsx';
import { httpTransport } from './transports/http-transport.ts';
import { ipcTransport } from './transports/ipc-transport.ts';

const transport = ipcTransport() ?? httpTransport();

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <StationProvider transport={transport}>
      <App />
    </StationProvider>
  </StrictMode>,
);
