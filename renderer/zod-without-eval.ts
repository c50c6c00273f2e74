import { z } from 'zod';

// zod 4 tries `new Function` at its first object, which our Content-Security-Policy refuses and reports.
// This module must be the first import of the renderer.
z.config({ jitless: true });
