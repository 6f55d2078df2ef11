import { describe, expect, test } from 'vitest';
import { dienBienCommunes, dienBienUpperSecondarySchools } from './dien-bien.ts';

describe('the list of Điện Biên', () => {
  test('has 42 communes and 3 wards, 15 of them on the border, each with its own code and name', () => {
    expect(dienBienCommunes).toHaveLength(45);
    expect(dienBienCommunes.filter((commune) => commune.kind === 'ward')).toHaveLength(3);
    expect(dienBienCommunes.filter((commune) => commune.border)).toHaveLength(15);
    expect(new Set(dienBienCommunes.map((commune) => commune.code)).size).toBe(45);
    expect(new Set(dienBienCommunes.map((commune) => commune.name)).size).toBe(45);
    expect(dienBienCommunes.every((commune) => /^03\d{3}$/.test(commune.code))).toBe(true);
  });

  test('lies inside the province and sums to its area', () => {
    for (const commune of dienBienCommunes) {
      expect(commune.latitude).toBeGreaterThan(20.9);
      expect(commune.latitude).toBeLessThan(22.6);
      expect(commune.longitude).toBeGreaterThan(102.1);
      expect(commune.longitude).toBeLessThan(103.6);
    }
    const area = dienBienCommunes.reduce((sum, commune) => sum + commune.areaSquareKm, 0);
    expect(Math.abs(area - 9540)).toBeLessThan(60);
  });

  test('names 33 upper-secondary schools once each', () => {
    expect(new Set(dienBienUpperSecondarySchools.map((school) => school.name)).size).toBe(33);
    expect(dienBienUpperSecondarySchools.filter((school) => school.listed)).toHaveLength(25);
  });
});
