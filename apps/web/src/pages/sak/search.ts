import { getRouteApi } from '@tanstack/react-router';

export const caseRoute = getRouteApi('/inside/sak/$caseId');
