import type { ReactNode } from 'react';
import { GoldthreadMark } from '../../ui/GoldthreadMark.tsx';
import './open.css';

/** The sheet of paper that every page before the frame is written on. */
export function Entrance({ children }: { children: ReactNode }) {
  return (
    <main className="entrance" id="content">
      <div className="entrance__sheet">
        <div className="entrance__mark">
          <GoldthreadMark />
        </div>
        {children}
      </div>
    </main>
  );
}
