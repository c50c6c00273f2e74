import type { CallBuilders } from './call-builders.ts';

export function peopleCalls({ member }: CallBuilders) {
  return { list: member.people.list.handler(({ context: { services } }) => services.people.list()) };
}
