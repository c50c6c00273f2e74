import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { svg } from '../../../../shared/charts/svg-tree.ts';
import { SvgChart } from '../../../../renderer/ui/SvgChart.tsx';

describe('a chart on screen', () => {
  it('is drawn with SVG’s own attribute names, and its text stays text', () => {
    const chart = svg('svg', { viewBox: '0 0 10 10', role: 'img', 'aria-labelledby': 't' }, [
      svg('title', { id: 't' }, ['<b>Grades & counts</b>']),
      svg('text', { 'text-anchor': 'end', 'font-size': 12, 'paint-order': 'stroke' }, ['4 of 7']),
    ]);
    const markup = renderToStaticMarkup(<SvgChart chart={chart} />);
    expect(markup).toContain('viewBox="0 0 10 10"');
    expect(markup).toContain('aria-labelledby="t"');
    expect(markup).toContain('text-anchor="end" font-size="12" paint-order="stroke"');
    expect(markup).toContain('&lt;b&gt;Grades &amp; counts&lt;/b&gt;');
  });
});
