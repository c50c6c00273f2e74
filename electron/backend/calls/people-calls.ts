import type { WorkspacesService } from '../workspace/workspaces-service.ts';
import type { CallBuilders } from './call-builders.ts';

export function peopleCalls({ unlocked, member }: CallBuilders, workspaces: WorkspacesService) {
  return {
    list: member.people.list.handler(({ context: { services } }) => services.people.list()),
    atDoor: unlocked.people.atDoor.handler(({ context: { services } }) => services.people.atDoor()),
    signIn: unlocked.people.signIn.handler(async ({ context: { session, services }, input }) => {
      const person = await services.people.signIn(input.personId, input.pin);
      return workspaces.signIn(session, services, person, await services.people.takePinReset(person.id));
    }),
    choosePin: unlocked.people.choosePin.handler(async ({ context: { session, services }, input }) =>
      workspaces.signIn(session, services, await services.people.choosePin(input.personId, input.pin)),
    ),
    resetPin: unlocked.people.resetPin.handler(async ({ context: { session, state, services }, input }) => {
      await workspaces.refuseWrongPassphrase(state, input.passphrase);
      const by = state.status === 'open' ? state.caller : null;
      return workspaces.signIn(session, services, await services.people.resetPin(by, input.personId, input.pin));
    }),
    changePin: member.people.changePin.handler(async ({ context: { session, services, caller }, input }) => {
      const person = await services.people.changePin(caller, input);
      workspaces.renewCaller(session, services, person);
      return person;
    }),
    signOut: member.people.signOut.handler(async ({ context: { session, services, caller } }) => {
      await services.people.refuseWithoutPin(caller);
      return workspaces.signOut(session);
    }),
    add: member.people.add.handler(({ context: { services, caller }, input }) => services.people.add(caller, input)),
    update: member.people.update.handler(async ({ context: { session, services, caller }, input }) => {
      const person = await services.people.update(caller, input.personId, input.fields);
      workspaces.renewCaller(session, services, person);
      return person;
    }),
    setActive: member.people.setActive.handler(({ context: { services, caller }, input }) =>
      services.people.setActive(caller, input.personId, input.isActive, input.handOver),
    ),
  };
}
