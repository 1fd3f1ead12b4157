import { type Context, Hono } from 'hono';
import type { CourseId } from '#kernel/ids.ts';
import { findCourse, saveCourse } from '../catalogue/index.ts';
import { listExams } from '../exams/index.ts';
import type { Web } from '../shell/index.ts';
import { addCourse } from './commands.ts';
import { type CourseTyped, NEW_COURSE, readCourse, searchTextOf, typedCourse, typedOf } from './course-form.ts';
import { CourseFormPage } from './pages/CourseFormPage.tsx';
import { CourseListPage } from './pages/CourseListPage.tsx';
import { act, type FieldErrors, recordPage, sentFields, settingOf } from './record-page.tsx';
import { listCourses, listVenues } from './store.ts';

/** Courses: what is taught, on which terms. */
export const courseDeskRoutes = (web: Web) => {
  const { db } = web.app.database;

  const choices = async () => ({ exams: await listExams(db), venues: await listVenues(db) });

  const showForm = async (
    c: Context,
    id: string | undefined,
    typed: CourseTyped,
    errors: FieldErrors = {},
  ): Promise<Response> => {
    const { lang, t, csrf } = settingOf(web, c);
    const { exams, venues } = await choices();
    const view = {
      id,
      typed,
      errors,
      exams: exams.map((e) => ({ value: e.id, label: lang === 'ar' ? e.titleAr : e.titleEn })),
      venues: venues.map((v) => ({ value: v.id, label: lang === 'ar' ? v.nameAr : v.nameEn })),
    };
    const status = Object.keys(errors).length > 0 ? 422 : 200;
    const title = id ? t('courses.edit', { id }) : t('courses.new');
    const body = <CourseFormPage view={view} csrf={csrf} lang={lang} t={t} />;
    return recordPage(web, c, { title, current: 'courses', status }, body);
  };

  const read = async (c: Context, typed: CourseTyped, id: string) => {
    const { exams, venues } = await choices();
    const known = { exams: exams.map((e) => e.id), venues: venues.map((v) => v.id) };
    return readCourse(typed, known, id, settingOf(web, c).t);
  };

  return new Hono()
    .get('/desk/courses', async (c) => {
      const { lang, t } = settingOf(web, c);
      const body = <CourseListPage courses={await listCourses(db)} lang={lang} t={t} />;
      return recordPage(web, c, { title: t('courses.title'), current: 'courses' }, body);
    })
    .get('/desk/courses/new', (c) => showForm(c, undefined, NEW_COURSE))
    .post('/desk/courses/new', async (c) => {
      const typed = typedCourse(await sentFields(c));
      const course = await read(c, typed, '');
      if (!course.ok) return showForm(c, undefined, typed, course.error);
      const raw = (name: string) => typed[name] ?? '';
      const id = await act(web, c, (work) => addCourse(work, course.value, (fresh) => searchTextOf(raw, fresh)));
      return c.redirect(`/desk/courses/${id}?done=course`, 303);
    })
    .get('/desk/courses/:id', async (c) => {
      const course = await findCourse(db, c.req.param('id') as CourseId);
      return course ? showForm(c, course.id, typedOf(course)) : web.errorPage(c, 404);
    })
    .post('/desk/courses/:id', async (c) => {
      const known = await findCourse(db, c.req.param('id') as CourseId);
      if (!known) return web.errorPage(c, 404);
      const typed = typedCourse(await sentFields(c));
      const course = await read(c, typed, known.id);
      if (!course.ok) return showForm(c, known.id, typed, course.error);
      await act(web, c, ({ tx }) => saveCourse(tx, { ...course.value, id: known.id }));
      return c.redirect(`/desk/courses/${known.id}?done=course`, 303);
    });
};
