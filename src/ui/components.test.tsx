import { parse } from 'node-html-parser';
import { expect, test } from 'vitest';
import { Ltr } from './Bdi.tsx';
import { Crumbs } from './Crumbs.tsx';
import { Facts } from './Facts.tsx';
import { Hero } from './Hero.tsx';
import { Meter } from './Meter.tsx';
import { Notice } from './Notice.tsx';
import { Pagination, shownPages } from './Pagination.tsx';
import { StepPosition, Stepper } from './Stepper.tsx';
import { Table } from './Table.tsx';
import { Tag } from './Tag.tsx';
import { Timeline } from './Timeline.tsx';

const html = (node: unknown) => parse(String(node));

test('the meter draws seats and minimum, and says them in words that alone are read out', () => {
  const page = html(<Meter value={7} max={20} min={10} tone="low" label="7 of 20 seats taken" note="3 more needed" />);
  expect(page.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  expect(page.querySelector('.meter-value')?.getAttribute('width')).toBe('7');
  expect(Number(page.querySelector('.meter-min')?.getAttribute('x'))).toBeCloseTo(9.88);
  expect(page.querySelector('p')?.text).toBe('7 of 20 seats taken3 more needed');
});

test('more requests than seats fill the meter and no more', () => {
  const page = html(<Meter value={25} max={20} tone="full" label="20 of 20" />);
  expect(page.querySelector('.meter-value')?.getAttribute('width')).toBe('20');
  expect(page.querySelector('.meter-min')).toBeNull();
});

test('the stepper marks what is done and where the reader is', () => {
  const page = html(<Stepper lang="en" steps={['Course', 'You', 'Review']} current={2} />);
  const steps = page.querySelectorAll('li');
  expect(steps.map((step) => step.getAttribute('class'))).toEqual(['done', undefined, undefined]);
  expect(steps.map((step) => step.getAttribute('aria-current'))).toEqual([undefined, 'step', undefined]);
  expect(html(<StepPosition lang="ar" step={2} steps={3} />).text).toBe('الخطوة 2 من 3');
});

test('the breadcrumb ends with this page, which is no link', () => {
  const page = html(<Crumbs lang="ar" items={[{ href: '/', label: 'الرئيسية' }]} current="الدورات" />);
  expect(page.querySelectorAll('a')).toHaveLength(1);
  expect(page.querySelector('[aria-current=page]')?.text).toBe('الدورات');
  expect(page.querySelector('nav')?.getAttribute('aria-label')).toBe('مسار التنقل');
});

test('a long list offers its ends and the neighbours of the page', () => {
  expect(shownPages(1, 1)).toEqual([1]);
  expect(shownPages(2, 3)).toEqual([1, 2, 3]);
  expect(shownPages(6, 12)).toEqual([1, undefined, 5, 6, 7, undefined, 12]);
});

test('pages are links, the current one is marked, one page needs none', () => {
  const page = html(<Pagination lang="en" page={1} pages={2} href={(number) => `?page=${number}`} />);
  expect(page.querySelectorAll('a').map((link) => link.getAttribute('href'))).toEqual([
    '?page=1',
    '?page=2',
    '?page=2',
  ]);
  expect(page.querySelector('[aria-current=page]')?.text).toBe('1');
  expect(String(<Pagination lang="en" page={1} pages={1} href={() => ''} />)).toBe('');
});

test('a table is named, heads its columns and rows, and scrolls by keyboard', () => {
  const page = html(
    <Table
      id="fees"
      caption="Fees"
      columns={[{ label: 'Course' }, { label: 'Fee', number: true }]}
      rows={[['Pastry', '15.500']]}
    />,
  );
  const region = page.querySelector('section');
  expect([region?.getAttribute('tabindex'), region?.getAttribute('aria-labelledby')]).toEqual(['0', 'fees-caption']);
  expect(page.querySelector('caption')?.id).toBe('fees-caption');
  expect(page.querySelectorAll('th[scope=col]')).toHaveLength(2);
  expect(page.querySelector('th[scope=row]')?.text).toBe('Pastry');
  expect(page.querySelector('td.num')?.text).toBe('15.500');
});

test('a table without rows says so', () => {
  const page = html(<Table id="t" caption="Fees" columns={[{ label: 'A' }]} rows={[]} empty="Nothing yet" />);
  expect([page.querySelector('table'), page.text]).toEqual([null, 'Nothing yet']);
});

test('the timeline is a list in order with machine-readable times', () => {
  const page = html(
    <Timeline
      items={[
        { at: '2027-01-10T13:00:00Z', when: '10/1/2027', title: 'Received', state: 'done' },
        { title: 'Waiting', state: 'now' },
      ]}
    />,
  );
  expect(page.querySelector('time')?.getAttribute('datetime')).toBe('2027-01-10T13:00:00Z');
  expect(page.querySelectorAll('li').map((item) => item.getAttribute('aria-current'))).toEqual([undefined, 'step']);
});

test('facts are terms with values; a term may be for readers of the screen only', () => {
  const page = html(<Facts rows items={[{ term: 'Hours', value: '36 hours', hideTerm: true }]} />);
  expect(page.querySelector('dl')?.getAttribute('class')).toBe('facts facts-rows');
  expect(page.querySelector('dt')?.getAttribute('class')).toBe('vh');
  expect(page.querySelector('dd')?.text).toBe('36 hours');
});

test('a notice has the rank of its title and the role it was given', () => {
  const page = html(
    <Notice tone="success" title="Sent" level={2} role="status">
      <p>Thank you</p>
    </Notice>,
  );
  expect(page.querySelector('h2')?.text).toBe('Sent');
  expect(page.querySelector('.notice-success')?.getAttribute('role')).toBe('status');
  expect(html(<Notice tone="info">Plain</Notice>).querySelector('.notice-title')).toBeNull();
});

test('tags, left-to-right runs and the hero show their words', () => {
  expect(String(<Tag tone="warn">Full</Tag>)).toBe('<span class="tag tag-warn">Full</span>');
  expect(String(<Ltr>H5T8W3</Ltr>)).toBe('<bdi dir="ltr">H5T8W3</bdi>');
  expect(html(<Hero title="Courses" lead="Choose one" />).querySelector('h1')?.text).toBe('Courses');
});
