declare const kind: unique symbol;
type Id<K extends string> = string & { readonly [kind]: K };

/** UUID of one request (طلب) of one person for one course. */
export type ApplicationId = Id<'Application'>;
/** UUID of one dated run of a course. */
export type OfferingId = Id<'Offering'>;
/** UUID of one person, whatever number of requests they make. */
export type PersonId = Id<'Person'>;
/** Code of a course, for example `C01`. */
export type CourseId = Id<'Course'>;
/** Code of a placement exam, for example `E1`. */
export type ExamId = Id<'Exam'>;
/** Code of a venue, for example `V10`. */
export type VenueId = Id<'Venue'>;
