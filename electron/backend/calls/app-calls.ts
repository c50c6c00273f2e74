import type { AppInfo, Theme } from '../../../shared/contract/app.ts';
import type { CallBuilders } from './call-builders.ts';

export interface AppService {
  info: () => AppInfo;
  setTheme: (theme: Theme) => AppInfo;
}

export function appCalls({ anyone }: CallBuilders, app: AppService) {
  return {
    info: anyone.app.info.handler(() => app.info()),
    setTheme: anyone.app.setTheme.handler(({ input }) => app.setTheme(input.theme)),
  };
}
