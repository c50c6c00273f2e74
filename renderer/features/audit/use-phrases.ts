import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Phrase } from '../../../shared/contract/phrases.ts';
import { api } from '../../api/client.ts';

/** The phrases kept for a criterion, and what can be done to them. */
export interface Phrases {
  list: readonly Phrase[];
  failure: Error | null;
  isBusy: boolean;
  keep: (words: string, isShared: boolean) => void;
  share: (phrase: Phrase, isShared: boolean) => void;
  remove: (phrase: Phrase) => void;
}

export function usePhrases(auditId: string, criterionId: string): Phrases {
  const queryClient = useQueryClient();
  const { data, error } = useQuery(api.phrases.list.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  const onSuccess = (phrases: Phrase[]): void => {
    queryClient.setQueryData(api.phrases.list.queryKey(), phrases);
  };
  const add = useMutation(api.phrases.add.mutationOptions({ onSuccess }));
  const setShared = useMutation(api.phrases.setShared.mutationOptions({ onSuccess }));
  const remove = useMutation(api.phrases.remove.mutationOptions({ onSuccess }));
  return {
    list: (data ?? []).filter((phrase) => phrase.criterionId === criterionId),
    failure: error ?? add.error ?? setShared.error ?? remove.error,
    isBusy: add.isPending || setShared.isPending || remove.isPending,
    keep: (words, isShared) => {
      add.mutate({ auditId, criterionId, words, isShared });
    },
    share: ({ id }, isShared) => {
      setShared.mutate({ phraseId: id, isShared });
    },
    remove: ({ id }) => {
      remove.mutate({ phraseId: id });
    },
  };
}
