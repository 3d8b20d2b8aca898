/** The server's clock as far as this browser knows it. */
export class ServerClock {
  #ahead = 0;

  set(serverTime: number, now = Date.now()): void {
    this.#ahead = serverTime - now;
  }

  /** Milliseconds until a moment of the server's clock; 0 when it is past. */
  until(moment: number, now = Date.now()): number {
    return Math.max(0, moment - (now + this.#ahead));
  }

  now(now = Date.now()): number {
    return now + this.#ahead;
  }
}

/** "4:05", "1:02:00". */
export function minutesAndSeconds(milliseconds: number): string {
  const all = Math.ceil(milliseconds / 1000);
  const seconds = String(all % 60).padStart(2, '0');
  const minutes = Math.floor(all / 60) % 60;
  const hours = Math.floor(all / 3600);
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}` : `${minutes}:${seconds}`;
}
