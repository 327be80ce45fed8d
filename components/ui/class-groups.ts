import { type createTailwindMerge, validators } from 'tailwind-merge'

type Config = ReturnType<Parameters<typeof createTailwindMerge>[0]>

const any = [validators.isAny]
const DISPLAYS = ['block', 'inline', 'inline-block', 'flex', 'inline-flex', 'grid', 'inline-grid', 'contents', 'hidden']
const SIZES = ['2xs', 'xs', 'sm', 'base', 'lg', 'xl', '2xl', '3xl', validators.isArbitraryLength]
const WIDTHS = ['', validators.isNumber, validators.isArbitraryLength]
const ROUNDINGS = ['', 'none', 'sm', 'md', 'lg', 'xl', 'full', validators.isArbitraryValue]

const CORNERS = ['t', 'r', 'b', 'l', 'tl', 'tr', 'bl', 'br'].map((corner) => `rounded-${corner}`)

/**
 * Which Tailwind classes stand for the same property, of those that meet in an element of ours. Far smaller than the table of all
 * that tailwind-merge comes with; class-names.test.ts holds that both decide alike.
 */
export function classGroups(): Config {
  return {
    cacheSize: 500,
    theme: {},
    classGroups: {
      display: DISPLAYS,
      position: ['static', 'fixed', 'absolute', 'relative', 'sticky'],
      'sr-only': ['sr-only', 'not-sr-only'],
      ...named('inset', 'inset-x', 'inset-y', 'top', 'right', 'bottom', 'left', 'z'),
      ...named('size', 'w', 'h', 'min-w', 'min-h', 'max-w', 'max-h'),
      ...named('p', 'px', 'py', 'pt', 'pr', 'pb', 'pl', 'm', 'mx', 'my', 'mt', 'mr', 'mb', 'ml'),
      ...named('gap', 'gap-x', 'gap-y', 'grid-cols', 'line-clamp', 'leading', 'opacity', 'pointer-events', 'cursor'),
      'overflow-x': [{ 'overflow-x': any }],
      'overflow-y': [{ 'overflow-y': any }],
      overflow: [{ overflow: ['auto', 'hidden', 'visible', 'scroll'] }],
      'flex-direction': [{ flex: ['row', 'row-reverse', 'col', 'col-reverse'] }],
      'flex-wrap': [{ flex: ['wrap', 'nowrap'] }],
      flex: [{ flex: ['auto', 'none', 'initial', validators.isNumber, validators.isArbitraryValue] }],
      basis: [{ basis: any }],
      grow: [{ grow: WIDTHS }],
      shrink: [{ shrink: WIDTHS }],
      'outline-offset': [{ 'outline-offset': any }],
      justify: [{ justify: ['start', 'end', 'center', 'between'] }],
      items: [{ items: ['start', 'end', 'center', 'baseline', 'stretch'] }],
      whitespace: [{ whitespace: any }],
      'font-family': [{ font: ['sans', 'mono'] }],
      'font-weight': [{ font: ['normal', 'medium', 'semibold', 'bold'] }],
      'font-size': [{ text: SIZES }],
      'text-align': [{ text: ['left', 'center', 'right'] }],
      'text-color': [{ text: any }],
      'bg-color': [{ bg: any }],
      rounded: [{ rounded: ROUNDINGS }],
      ...Object.fromEntries(CORNERS.map((corner) => [corner, [{ [corner]: ROUNDINGS }]])),
      'border-w': [{ border: WIDTHS }],
      'border-style': [{ border: ['solid', 'dashed', 'dotted', 'none'] }],
      'border-color': [{ border: any }],
      ...borders('x', 'y', 't', 'r', 'b', 'l'),
      transition: [{ transition: ['', 'none', 'all', 'colors', 'opacity', 'transform'] }],
    },
    conflictingClassGroups: {
      size: ['w', 'h'],
      inset: ['inset-x', 'inset-y', 'top', 'right', 'bottom', 'left'],
      'inset-x': ['right', 'left'],
      'inset-y': ['top', 'bottom'],
      p: ['px', 'py', 'pt', 'pr', 'pb', 'pl'],
      px: ['pr', 'pl'],
      py: ['pt', 'pb'],
      m: ['mx', 'my', 'mt', 'mr', 'mb', 'ml'],
      mx: ['mr', 'ml'],
      my: ['mt', 'mb'],
      gap: ['gap-x', 'gap-y'],
      overflow: ['overflow-x', 'overflow-y'],
      flex: ['basis', 'grow', 'shrink'],
      rounded: CORNERS,
      'font-size': ['leading'],
      'line-clamp': ['display', 'overflow'],
      'border-w': ['border-w-x', 'border-w-y', 'border-w-t', 'border-w-r', 'border-w-b', 'border-w-l'],
      'border-w-x': ['border-w-r', 'border-w-l'],
      'border-w-y': ['border-w-t', 'border-w-b'],
    },
    conflictingClassGroupModifiers: { 'font-size': ['leading'] },
    postfixLookupClassGroups: [],
    orderSensitiveModifiers: [
      '*',
      '**',
      'after',
      'before',
      'file',
      'first-letter',
      'marker',
      'placeholder',
      'selection',
    ],
  }
}

function named(...names: string[]): Config['classGroups'] {
  return Object.fromEntries(names.map((name) => [name, [{ [name]: any }]]))
}

function borders(...sides: string[]): Config['classGroups'] {
  return Object.fromEntries(
    sides.flatMap((side) => [
      [`border-w-${side}`, [{ [`border-${side}`]: WIDTHS }]],
      [`border-color-${side}`, [{ [`border-${side}`]: any }]],
    ]),
  )
}
