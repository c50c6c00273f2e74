import { Dialog } from '../../ui/Dialog.tsx';
import { KeyList } from './KeyList.tsx';

/** The keys, over whatever is in sight. */
export function KeyboardHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title="Keys" size="wide">
      <KeyList headingLevel={3} />
    </Dialog>
  );
}
