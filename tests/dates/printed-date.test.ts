import { describe, expect, it } from 'vitest';
import { readPrintedDate } from '../../indexer/dates/printed-date.ts';
import { dateFromUrl } from '../../indexer/dates/url-date.ts';
import { toPartialDate } from '../../indexer/partial-date.ts';

describe('dates printed on pages', () => {
  it.each([
    ['Pubblicato il 4 settembre 2025 alle 10', 'it', '2025-09-04', '4 settembre 2025'],
    ['4 sett. 2025', 'it', '2025-09-04', '4 sett. 2025'],
    ['Publié le 18 juil. 2024 à 08:01', 'fr', '2024-07-18', '18 juil. 2024'],
    ['le 1er mars 2020', 'fr', '2020-03-01', '1er mars 2020'],
    ['Updated: 15:56 BST, 27 April 2024', 'en', '2024-04-27', '27 April 2024'],
    ['Thursday, September 4th, 2025', 'en', '2025-09-04', 'Thursday, September 4th, 2025'],
    ['Bruselas - 15 oct 2024 - 08:22', 'es', '2024-10-15', '15 oct 2024'],
    ['4 de septiembre de 2025', 'es', '2025-09-04', '4 de septiembre de 2025'],
    ['Donnerstag, 4. September 2025, 9 Uhr', 'de', '2025-09-04', 'Donnerstag, 4. September 2025'],
    ['4 сентября 2025 г.', 'ru', '2025-09-04', '4 сентября 2025 г.'],
    ['4 вересня 2025 року', 'uk', '2025-09-04', '4 вересня 2025 року'],
    ['2025. szeptember 4., csütörtök', 'hu', '2025-09-04', '2025. szeptember 4., csütörtök'],
    ['2025 m. rugsėjo 4 d.', 'lt', '2025-09-04', '2025 m. rugsėjo 4 d.'],
    ['2025. gada 4. septembrī', 'lv', '2025-09-04', '2025. gada 4. septembrī'],
    ['4. listopada 2025', 'hr', '2025-10-04', '4. listopada 2025'],
    ['4 listopada 2025', 'pl', '2025-11-04', '4 listopada 2025'],
    ['4. září 2025', 'cs', '2025-09-04', '4. září 2025'],
    ['4 Eylül 2025 Perşembe', 'tr', '2025-09-04', '4 Eylül 2025 Perşembe'],
    ['4 سبتمبر 2025', 'ar', '2025-09-04', '4 سبتمبر 2025'],
    ['٤ أيلول/سبتمبر ٢٠٢٥', 'ar', '2025-09-04', '٤ أيلول/سبتمبر ٢٠٢٥'],
    ['۱۳ شهریور ۱۴۰۴', 'fa', '2025-09-04', '۱۳ شهریور ۱۴۰۴'],
    ['12 ربيع الأول 1447 هـ', 'ar', '2025-09-04', '12 ربيع الأول 1447 هـ'],
    ['ነሐሴ 29/2017', 'am', '2025-09-04', 'ነሐሴ 29/2017'],
    ['3 בדצמבר 2023', 'he', '2023-12-03', '3 בדצמבר 2023'],
    ['21 ม.ค.2561', 'th', '2018-01-21', '21 ม.ค.2561'],
    ['4 กันยายน 2568', 'th', '2025-09-04', '4 กันยายน 2568'],
    ['चार सितंबर 2025', 'hi', '2025-09-04', 'चार सितंबर 2025'],
    ['৪ সেপ্টেম্বর ২০২৫', 'bn', '2025-09-04', '৪ সেপ্টেম্বর ২০২৫'],
    ['ngày 4 tháng 9 năm 2025', 'vi', '2025-09-04', 'ngày 4 tháng 9 năm 2025'],
    ['发布时间：2025年9月4日 10:00', 'zh', '2025-09-04', '2025年9月4日'],
    ['民國114年9月4日', 'zh-Hant', '2025-09-04', '民國114年9月4日'],
    ['令和7年９月４日', 'ja', '2025-09-04', '令和7年９月４日'],
    ['二〇二五年九月四日', 'zh', '2025-09-04', '二〇二五年九月四日'],
    ['2025년 9월 4일', 'ko', '2025-09-04', '2025년 9월 4일'],
    ['주체114(2025)년 9월 4일', 'ko', '2025-09-04', '주체114(2025)년 9월 4일'],
    ['www.kcna.kp (Juche114.9.4.)', 'en', '2025-09-04', 'Juche114.9.4'],
    ['September 4, Juche 114 (2025)', 'en', '2025-09-04', 'September 4, Juche 114 (2025)'],
    ['Date: 04/09/2025 | Source', 'en', '2025-09-04', '04/09/2025'],
    ['09/04/2025', 'en-US', '2025-09-04', '09/04/2025'],
    ['25/09/2025', 'en-US', '2025-09-25', '25/09/2025'],
    ['4.9.2025', 'de', '2025-09-04', '4.9.2025'],
    ['4. 9. 2025', 'cs', '2025-09-04', '4. 9. 2025'],
    ['2025-09-04T10:00:00Z', null, '2025-09-04', '2025-09-04'],
    ['14.IX.1939', 'pl', '1939-09-14', '14.IX.1939'],
  ])('reads "%s"', (text, language, date, printed) => {
    const found = readPrintedDate(text, language);
    expect(found).toMatchObject({ date, printed });
    expect(text.slice(...(found?.span ?? [0, 0]))).toBe(printed);
  });

  it.each([
    ['One day in April Juche 52 (1963), he met farmers', 'en'],
    ['30 February 2025', 'en'],
    ['4 settembre', 'it'],
    ['at 10:30, room 2025', 'en'],
    ['about 12 million in 2024', 'en'],
  ])('reads no date from "%s"', (text, language) => {
    expect(readPrintedDate(text, language)).toBeNull();
  });

  it('tells 09/04 by the date nearby', () => {
    const near = toPartialDate('2025-09-09');
    expect(readPrintedDate('09/04/2025', 'it', near)?.date).toBe('2025-09-04');
    expect(readPrintedDate('4 settembre', 'it', near)?.date).toBe('2025-09-04');
  });
});

describe('dates in addresses', () => {
  it.each([
    ['https://site.example/2025/09/09/a-meeting/', '2025-09-09'],
    ['https://site.example/2025/9/4/a.html', '2025-09-04'],
    ['http://site.example/gn/2026/10-07/123.shtml', '2026-10-07'],
    ['http://site.example/2017-10/24/c_1.htm', '2017-10-24'],
    ['https://site.example/world/2025/sep/04/headline', '2025-09-04'],
    ['https://site.example/20250904/abc/c.html', '2025-09-04'],
    ['https://site.example/2025/0904/c1.html', '2025-09-04'],
    ['https://site.example/news/story-2025-09-04.html', '2025-09-04'],
    ['https://site.example/2025/09/headline', '2025-09'],
    ['https://site.example/2025/13/40/headline', null],
    ['https://site2025.example/story-12345678', null],
  ])('%s gives %s', (url, date) => {
    expect(dateFromUrl(url)).toBe(date);
  });
});
