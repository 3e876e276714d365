import { useEffect, useState } from 'react';
import { ClerkScreen } from './screens/clerk-screen.tsx';
import { WorkerScreen } from './screens/worker-screen.tsx';
import { clerkTexts } from './texts/clerk-texts.ts';

type Place = 'choose' | 'worker' | 'clerk';

/** Two screens of one station: `#worker` faces the person, `#clerk` the desk. */
export function App() {
  const place = usePlace();
  if (place === 'worker') return <WorkerScreen />;
  if (place === 'clerk') return <ClerkScreen />;
  const { title, workerScreen, clerkScreen } = clerkTexts.texts;
  return (
    <main className="choose">
      <h1>
        {title.th} · {title.en}
      </h1>
      <a className="button primary" href="#clerk">
        {clerkScreen.th} · {clerkScreen.en}
      </a>
      <a className="button" href="#worker">
        {workerScreen.th} · {workerScreen.en}
      </a>
    </main>
  );
}

function usePlace(): Place {
  const [place, setPlace] = useState(read);
  useEffect(() => {
    const follow = () => setPlace(read());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return place;
}

function read(): Place {
  const hash = location.hash.slice(1);
  return hash === 'worker' || hash === 'clerk' ? hash : 'choose';
}
