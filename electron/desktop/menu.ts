import { app, dialog, Menu, type MenuItemConstructorOptions } from 'electron';

/** The menu bar, in British English; what is not here has its place on the screen. */
export function setMenu(openWindow: () => void): void {
  const isMac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: '&File',
      submenu: [
        { label: '&New window', accelerator: 'CmdOrCtrl+Shift+N', click: openWindow },
        { label: '&Close window', role: 'close' },
        ...(isMac ? [] : [{ type: 'separator' as const }, { label: 'E&xit', role: 'quit' as const }]),
      ],
    },
    {
      label: '&Edit',
      submenu: [
        { label: '&Undo', role: 'undo' },
        { label: '&Redo', role: 'redo' },
        { type: 'separator' },
        { label: 'Cu&t', role: 'cut' },
        { label: '&Copy', role: 'copy' },
        { label: '&Paste', role: 'paste' },
        { label: 'Select &all', role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        { label: 'Zoom &in', role: 'zoomIn' },
        { label: 'Zoom &out', role: 'zoomOut' },
        { label: '&Actual size', role: 'resetZoom' },
        { type: 'separator' },
        { label: '&Full screen', role: 'togglefullscreen' },
      ],
    },
    { role: 'help', label: '&Help', submenu: [{ label: '&About Goldthread', click: showAbout }] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}

function showAbout(): void {
  void dialog.showMessageBox({
    type: 'info',
    title: 'About Goldthread',
    message: `Goldthread ${app.getVersion()}`,
    detail: 'Multi-agency quality audit of Education, Health and Care Plans. Everything stays on this machine.',
    buttons: ['Close'],
  });
}
