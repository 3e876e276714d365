import { useApp } from './app-context.tsx';
import { useLoad } from './use-load.ts';

/** Names of services by code; the code itself until they have come. */
export function useServiceNames(): (code: string) => string {
  const { api, language } = useApp();
  const { value } = useLoad(`services-${language}`, () => api.call('listServices', { language }));
  const names = new Map(value?.services.map(({ code, name }) => [code, name]));
  return (code) => names.get(code) ?? code;
}
