// Where today's provinces come from: the law that made each, from when, and out of which one. Laws that
// split what is now 38 provinces; older ones are as old as the data.
export const provinceLaws: Readonly<Record<string, { from: string; predecessor: string; source: string }>> = {
  '19': { from: '2000-12-04', predecessor: '16', source: 'UU 27/2000' },
  '21': { from: '2002-10-25', predecessor: '14', source: 'UU 25/2002' },
  '36': { from: '2000-10-17', predecessor: '32', source: 'UU 23/2000' },
  '65': { from: '2012-11-16', predecessor: '64', source: 'UU 20/2012' },
  '75': { from: '2000-12-22', predecessor: '71', source: 'UU 38/2000' },
  '76': { from: '2004-10-05', predecessor: '73', source: 'UU 26/2004' },
  '82': { from: '1999-10-04', predecessor: '81', source: 'UU 46/1999' },
  '92': { from: '1999-10-04', predecessor: '91', source: 'UU 45/1999' },
  '93': { from: '2022-07-25', predecessor: '91', source: 'UU 14/2022' },
  '94': { from: '2022-07-25', predecessor: '91', source: 'UU 15/2022' },
  '95': { from: '2022-07-25', predecessor: '91', source: 'UU 16/2022' },
  '96': { from: '2022-12-08', predecessor: '92', source: 'UU 29/2022' },
}
