import { useStore } from 'zustand';
import type { DocumentModel } from '../../shared/domain/document-model.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { nextZoom, showPlace, type ViewerStore } from './viewer-store.ts';
import { ViewerFind } from './ViewerFind.tsx';

/** What stands beside, pages, zoom and search of a document. */
export function ViewerToolbar({ model, viewer, name }: { model: DocumentModel; viewer: ViewerStore; name: string }) {
  return (
    <div className="viewer__tools">
      <SideToggle viewer={viewer} label={model.format === 'pdf' ? 'Pages in small' : 'Headings'} />
      {model.pages.length === 0 ? null : <PageSteps viewer={viewer} pages={model.pages.length} />}
      <ZoomSteps viewer={viewer} fitLabel={model.format === 'pdf' ? 'Fit width' : 'Normal size'} />
      <ViewerFind model={model} viewer={viewer} name={name} />
    </div>
  );
}

function SideToggle({ viewer, label }: { viewer: ViewerStore; label: string }) {
  const isOpen = useStore(viewer, (state) => state.isSideOpen);
  return (
    <IconButton
      label={label}
      aria-pressed={isOpen}
      onClick={() => {
        viewer.setState({ isSideOpen: !isOpen });
      }}
    >
      <Icon name="side" />
    </IconButton>
  );
}

function PageSteps({ viewer, pages }: { viewer: ViewerStore; pages: number }) {
  const page = useStore(viewer, (state) => state.page);
  const goTo = (number: number): void => {
    const target = Math.min(pages, Math.max(1, number));
    viewer.setState({ page: target });
    showPlace(viewer, { kind: 'page', page: target }, 'start');
  };
  return (
    <div className="viewer__group">
      <IconButton
        label="Previous page"
        disabled={page <= 1}
        onClick={() => {
          goTo(page - 1);
        }}
      >
        ‹
      </IconButton>
      <label>
        <span className="visually-hidden">Page</span>
        <input
          // A new page by scrolling shows at once; while typing the number stays as typed.
          key={page}
          className="viewer__page"
          inputMode="numeric"
          defaultValue={page}
          onBlur={(event) => {
            const wanted = Number.parseInt(event.target.value, 10);
            if (Number.isInteger(wanted) && wanted !== page) goTo(wanted);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            const wanted = Number.parseInt(event.currentTarget.value, 10);
            if (Number.isInteger(wanted)) goTo(wanted);
          }}
        />
      </label>
      <span className="soft">of {pages}</span>
      <IconButton
        label="Next page"
        disabled={page >= pages}
        onClick={() => {
          goTo(page + 1);
        }}
      >
        ›
      </IconButton>
    </div>
  );
}

function ZoomSteps({ viewer, fitLabel }: { viewer: ViewerStore; fitLabel: string }) {
  const zoom = useStore(viewer, (state) => state.zoom);
  const drawn = useStore(viewer, (state) => state.drawnZoom);
  return (
    <div className="viewer__group">
      <IconButton
        label="Smaller"
        onClick={() => {
          viewer.setState({ zoom: nextZoom(drawn, -1) });
        }}
      >
        −
      </IconButton>
      <span className="viewer__zoom">{Math.round(drawn * 100)}%</span>
      <IconButton
        label="Larger"
        onClick={() => {
          viewer.setState({ zoom: nextZoom(drawn, 1) });
        }}
      >
        +
      </IconButton>
      <Button
        look="quiet"
        size="small"
        aria-pressed={zoom === 'fit'}
        onClick={() => {
          viewer.setState({ zoom: 'fit' });
        }}
      >
        {fitLabel}
      </Button>
    </div>
  );
}
