import { useState } from 'react';
import { useStation } from '../station-state.tsx';
import { NOTICE_VERSION } from '../texts/notice-version.ts';
import { useClerkText } from './clerk-language.tsx';

/** How the worker was told: they read it (or press it on their own screen), heard it, or through an interpreter. */
export function NoticeForm({ captureId }: { captureId: string }) {
  const { ask } = useStation();
  const text = useClerkText();
  const [interpreter, setInterpreter] = useState('');
  const told = { captureId, textVersion: NOTICE_VERSION };
  return (
    <section className="card">
      <h2>{text('noticeGiven')}</h2>
      <div className="actions">
        <button className="primary" onClick={() => void ask('recordNotice', { ...told, how: 'read' })}>
          {text('noticeRead')}
        </button>
        <button onClick={() => void ask('recordNotice', { ...told, how: 'heard' })}>
          {text('noticeHeard')}
        </button>
      </div>
      <div className="actions">
        <label>
          {text('interpreter')}
          <input
            value={interpreter}
            maxLength={120}
            onChange={(event) => setInterpreter(event.target.value)}
          />
        </label>
        <button
          disabled={interpreter.trim() === ''}
          onClick={() => void ask('recordNotice', { ...told, how: 'interpreted', interpreter })}
        >
          {text('noticeInterpreted')}
        </button>
      </div>
    </section>
  );
}
