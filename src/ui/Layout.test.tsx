import { parse } from 'node-html-parser';
import { describe, expect, test } from 'vitest';
import { LANGS } from '#kernel/lang.ts';
import { DeskLayout } from './DeskLayout.tsx';
import { Layout } from './Layout.tsx';
import { messages } from './messages.ts';

const assets = {
  css: 'main > p { color: "red" }',
  deskCssHref: '/assets/desk.1.css',
  fontPreload: '/assets/text.1.woff2',
  scripts: { form: '/assets/form.1.js', exam: '/assets/exam.1.js' },
};
const frame = { lang: 'ar', title: 'الدورات', assets, langHref: '/courses?lang=en' } as const;

describe('the frame of a page for citizens', () => {
  const source = String(
    <Layout {...frame} scripts={['exam']} nav={[{ href: '/courses', label: 'الدورات', current: true }]}>
      <h1>الدورات</h1>
    </Layout>,
  );
  const page = parse(source);

  test('is a whole document in the language and direction of the reader', () => {
    expect(source.startsWith('<!DOCTYPE html><html lang="ar" dir="rtl">')).toBe(true);
    expect(page.querySelector('title')?.text).toBe('الدورات – طلب حضور دورة – أمانة عمان الكبرى');
    const english = String(<Layout {...frame} lang="en" title="Courses" langHref="/courses?lang=ar" />);
    expect(english).toContain('<html lang="en" dir="ltr">');
  });

  test('holds the style as it is, so that its hash fits', () => {
    expect(source).toContain(`<style>${assets.css}</style>`);
  });

  test('has no inline script, handler or style attribute', () => {
    expect(page.querySelectorAll('script').every((script) => script.hasAttribute('src') && script.text === '')).toBe(
      true,
    );
    expect(source).not.toMatch(/\s(style|on\w+)=/);
  });

  test('offers the way to the content first, one main part and the other language', () => {
    expect(page.querySelector('body a')?.getAttribute('href')).toBe('#main');
    expect(page.querySelectorAll('main#main')).toHaveLength(1);
    const link = page.querySelector('a.lang');
    expect([
      link?.getAttribute('href'),
      link?.getAttribute('hreflang'),
      link?.getAttribute('lang'),
      link?.text,
    ]).toEqual(['/courses?lang=en', 'en', 'en', 'English']);
  });

  test('marks the current page, names its owner and the number to call', () => {
    expect(page.querySelector('.main-nav [aria-current=page]')?.text).toBe('الدورات');
    expect(page.querySelector('.official')?.text).toContain(messages['shell.official'].ar);
    expect(page.querySelector('footer a')?.getAttribute('href')).toBe('tel:117180');
    expect(page.querySelectorAll('footer nav a').map((link) => link.getAttribute('href'))).toEqual([
      '/privacy',
      '/help',
      '/accessibility',
    ]);
  });

  test('says that it is a demonstration only when it is one', () => {
    expect(page.querySelector('.demo-bar')).toBeNull();
    const demo = parse(String(<Layout {...frame} demo={{ links: [{ href: '/demo/phone', label: 'الهاتف' }] }} />));
    expect(demo.querySelector('.demo-bar')?.text).toContain(messages['demo.banner'].ar);
    expect(demo.querySelector('.demo-bar a')?.getAttribute('href')).toBe('/demo/phone');
  });

  test('says first in the title that a form came back', () => {
    expect(parse(String(<Layout {...frame} hasErrors />)).querySelector('title')?.text).toMatch(/^خطأ: الدورات/);
  });

  test('a script that was not built is a fault', () => {
    expect(() => String(<Layout {...frame} scripts={['nothing']} />)).toThrow('no such script: nothing');
  });
});

test('the back office links its style and shows who is signed in, the menu and the way out', () => {
  const page = parse(
    String(
      <DeskLayout
        {...frame}
        nav={[{ href: '/desk/requests', label: 'الطلبات', current: true, count: 3 }]}
        user={{ name: 'سارة', role: 'مسجّلة' }}
        signOut={<form action="/desk/sign-out" />}
      >
        <h1>الطلبات</h1>
      </DeskLayout>,
    ),
  );
  expect(page.querySelector('link[rel=stylesheet]')?.getAttribute('href')).toBe(assets.deskCssHref);
  expect(page.querySelector('style')).toBeNull();
  expect(page.querySelector('.desk-user bdi')?.text).toBe('سارة');
  expect(page.querySelector('.desk-nav [aria-current=page]')?.text).toBe('الطلبات 3');
  expect(page.querySelector('form[action="/desk/sign-out"]')).not.toBeNull();
  expect(page.querySelectorAll('main#main h1')).toHaveLength(1);
});

test('every text of the frame stands in both languages', () => {
  for (const [key, text] of Object.entries(messages)) for (const lang of LANGS) expect(text[lang], key).not.toBe('');
});
