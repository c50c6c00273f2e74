import { create } from 'zustand';

/** Whether children's names are in sight. Off at every start: screens are shared, and projected. */
export const useNamesShown = create<{ isShown: boolean; toggle: () => void }>()((set) => ({
  isShown: false,
  toggle: () => {
    set((state) => ({ isShown: !state.isShown }));
  },
}));
