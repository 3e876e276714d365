import type { Language } from '@permit/domain/texts/text.ts';
import { createContext, use, useEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react';
import { createApiClient, type ApiClient, type Who } from '../api/api-client.ts';
import { createUserActs, type UserActs } from '../api/user-acts.ts';
import { chooseLanguage, languageInUse } from './follow-language.ts';
import { fetchHealth, type Health } from './health.ts';

export interface AppState {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
  readonly api: ApiClient;
  readonly acts: UserActs;
  /** `undefined` while the session of the cookie is asked for, `null` when nobody is signed in. */
  readonly who: Who | null | undefined;
  readonly setWho: (who: Who | null) => void;
  readonly health: Health | undefined;
  readonly online: boolean;
}

const AppContext = createContext<AppState | undefined>(undefined);

/** Language, session and the state of the service, for every page. */
export function useApp(): AppState {
  const state = use(AppContext);
  if (!state) throw new Error('useApp outside AppProvider');
  return state;
}

export function AppProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const [language, setLanguage] = useLanguage();
  const [who, setWho] = useState<Who | null>();
  const api = useMemo(
    () =>
      createApiClient({
        fetch: (path, init) => fetch(path, init),
        lock: withWindowLock,
        onSignedOut: () => setWho(null),
        onWho: setWho,
      }),
    [],
  );
  const acts = useMemo(() => createUserActs(), []);
  useEffect(() => {
    void api.resume().then(
      (found) => setWho(found ?? null),
      () => setWho(null),
    );
  }, [api]);
  const { health, online } = useService();
  const state = { language, setLanguage, api, acts, who, setWho, health, online };
  return <AppContext value={state}>{children}</AppContext>;
}

/** One window at a time spends the refresh token; without Web Locks (http on a phone) there is no guard to take. */
function withWindowLock<Result>(work: () => Promise<Result>): Promise<Result> {
  const locks = (navigator as { locks?: LockManager }).locks;
  return locks ? (locks.request('permit-refresh', work) as Promise<Result>) : work();
}

function useLanguage(): [Language, (language: Language) => void] {
  const [language, set] = useState<Language>(languageInUse);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  // Without a network the words cannot be had: the page stays as it is, and its banner says "offline".
  const choose = (chosen: Language): void =>
    void chooseLanguage(chosen).then(
      () => set(chosen),
      () => undefined,
    );
  return [language, choose];
}

const HEALTH_EVERY_MS = 60_000;

function useService(): Pick<AppState, 'health' | 'online'> {
  const [health, setHealth] = useState<Health>();
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const ask = (): void => void fetchHealth().then((found) => found && setHealth(found));
    const change = (): void => setOnline(navigator.onLine);
    ask();
    const timer = setInterval(ask, HEALTH_EVERY_MS);
    addEventListener('online', change);
    addEventListener('offline', change);
    return () => {
      clearInterval(timer);
      removeEventListener('online', change);
      removeEventListener('offline', change);
    };
  }, []);
  return { health, online };
}
