import { useEffect, useRef, useState } from 'react';
import { useStation } from '../station-state.tsx';
import { useClerkText } from './clerk-language.tsx';

const PICTURE = { width: 900, height: 1200 } as const;

/** The computer's own camera for the portrait, where no other door has one: seen live, taken at a press, 3:4. */
export function BrowserCamera({ captureId }: { captureId: string }) {
  const { ask } = useStation();
  const text = useClerkText();
  const video = useRef<HTMLVideoElement>(null);
  const [stream, setStream] = useState<MediaStream>();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (video.current && stream) video.current.srcObject = stream;
    // The light of the camera goes out with this view.
    return () => stream?.getTracks().forEach((track) => track.stop());
  }, [stream]);
  const open = () => {
    setFailed(false);
    navigator.mediaDevices
      .getUserMedia({ video: { width: { ideal: 1920 }, height: { ideal: 1440 } } })
      .then(setStream, () => setFailed(true));
  };
  const take = async () => {
    if (!video.current) return;
    const picture = { mediaType: 'image/jpeg', base64: pictureOf(video.current) } as const;
    setStream(undefined);
    await ask('addPicture', { captureId, of: 'face', picture });
  };
  if (!stream) {
    return (
      <div className="browser-camera">
        <button onClick={open}>{text('useCamera')}</button>
        {failed && <p role="alert">{text('noCamera')}</p>}
      </div>
    );
  }
  return (
    <div className="browser-camera">
      <video ref={video} autoPlay muted playsInline aria-label={text('liveFace')} />
      <button className="primary" onClick={() => void take()}>
        {text('takePicture')}
      </button>
      <button onClick={() => setStream(undefined)}>{text('stop')}</button>
    </div>
  );
}

/** The middle of the frame at 3:4, as base64 of a JPEG. */
function pictureOf(video: HTMLVideoElement): string {
  const canvas = Object.assign(document.createElement('canvas'), PICTURE);
  const width = Math.min(video.videoWidth, (video.videoHeight * 3) / 4);
  const height = (width * 4) / 3;
  const [left, top] = [(video.videoWidth - width) / 2, (video.videoHeight - height) / 2];
  canvas.getContext('2d')?.drawImage(video, left, top, width, height, 0, 0, PICTURE.width, PICTURE.height);
  return canvas.toDataURL('image/jpeg', 0.92).split(',')[1] ?? '';
}
