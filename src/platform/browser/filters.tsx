// Fields whose answer is a filter of the list, kept in its address under the name of the field.
import { SearchField, type SearchFieldProps } from './ui/form/SearchField.tsx'
import { SelectField, type SelectFieldProps } from './ui/form/SelectField.tsx'
import { useFilters } from './use-filters.ts'

type Kept = 'value' | 'onChange'

/** `chosen` until the address says something else that is on offer. */
export function SelectFilter({ chosen = '', ...props }: Omit<SelectFieldProps, Kept> & { chosen?: string }) {
  const [filter, setFilter] = useFilters()
  const said = filter(props.name)
  const value = props.options.some((option) => option.value === said) ? said : chosen
  return <SelectField {...props} value={value} onChange={(next) => setFilter(props.name, next)} />
}

/** Its name is the one that stands in no address. */
export function SearchFilter(props: Omit<SearchFieldProps, Kept> & { name: 'q' }) {
  const [filter, setFilter] = useFilters()
  const { name } = props
  return <SearchField {...props} value={filter(name)} onChange={(next) => setFilter(name, next)} />
}
