import type { CallBuilders } from './call-builders.ts';

export function assignmentsCalls({ member }: CallBuilders) {
  return {
    list: member.assignments.list.handler(({ context: { services }, input }) =>
      services.assignments.list(input.roundId),
    ),
    board: member.assignments.board.handler(async ({ context: { services }, input }) =>
      services.assignments.board(input.roundId, await services.people.list()),
    ),
    mine: member.assignments.mine.handler(({ context: { services, caller }, input }) =>
      services.assignments.mine(caller, input.roundId),
    ),
    heldBy: member.assignments.heldBy.handler(async ({ context: { services }, input }) =>
      services.assignments.heldBy(input.personId, await services.people.list()),
    ),
    propose: member.assignments.propose.handler(async ({ context: { services }, input }) =>
      services.assignments.propose(input.roundId, input.rule, input.seed, await services.people.list()),
    ),
    accept: member.assignments.accept.handler(async ({ context: { services, caller }, input }) =>
      services.assignments.accept(caller, input, await services.people.list()),
    ),
    assign: member.assignments.assign.handler(({ context: { services, caller }, input }) =>
      services.assignments.assign(caller, input),
    ),
    move: member.assignments.move.handler(({ context: { services, caller }, input }) =>
      services.assignments.move(caller, input.assignmentId, input.auditorId, input.reason),
    ),
    withdraw: member.assignments.withdraw.handler(({ context: { services, caller }, input }) =>
      services.assignments.withdraw(caller, input.assignmentId, input.reason),
    ),
    setDue: member.assignments.setDue.handler(({ context: { services, caller }, input }) =>
      services.assignments.setDue(caller, input.assignmentId, input.dueOn),
    ),
    setAllDue: member.assignments.setAllDue.handler(({ context: { services, caller }, input }) =>
      services.assignments.setAllDue(caller, input.roundId, input.dueOn),
    ),
    withdrawUnbegun: member.assignments.withdrawUnbegun.handler(({ context: { services, caller }, input }) =>
      services.assignments.withdrawUnbegun(caller, input),
    ),
  };
}
