import { useRead } from '../../api/read.js';
import { capital, useWords } from '../../i18n/texts.js';
import { textOf } from '../../ui/opened.js';

/** The courses that can be chosen, and what each is called. */
export function useCourses() {
  const words = useWords();
  const { data } = useRead('/v1/courses', {});
  const courses = data?.courses ?? [];
  const called = (code: string) => {
    const found = courses.find(({ courseCode }) => courseCode === code);
    return found ? words({ nb: textOf(found.nb), nn: textOf(found.nn) }) : code;
  };
  const choices = courses
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .map(({ courseCode }) => ({ value: courseCode, label: capital(called(courseCode)) }));
  return { called, choices };
}
