export { CourseCard, SeatsMeter } from './pages/CourseCard.tsx';
export { MeetingList, WhyNot } from './pages/OfferingPage.tsx';
export { countOpen, type OfferingCard, type OfferingView, soonestOfferings, viewOffering } from './queries.ts';
export { catalogueRoutes, offeringOfAddress } from './routes.tsx';
export { TOPICS } from './schema.ts';
export { type Standing, standingOf, takesRequests } from './standing.ts';
export {
  type CourseRow,
  calendarDays,
  countUpdate,
  findCourse,
  findOffering,
  findVenue,
  insertHolidays,
  insertOffering,
  insertVenues,
  lockOffering,
  lockOfferings,
  meetingsOf,
  type OfferingPatch,
  type OfferingRecord,
  offeringUpdate,
  replaceMeetings,
  saveCourse,
  saveOffering,
  scheduleColumns,
} from './store.ts';
