/** What the pages of the tree ask the API for. */
import { queryOptions } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../api/client";

export type Department = Schemas["DepartmentOut"];

/** The whole tree; with what is closed, where one wants to see that too. */
export const treeQuery = (closed = false) =>
  queryOptions({
    queryKey: ["departments", { closed }],
    queryFn: () => ask(api.GET("/api/departments", { params: { query: { closed } } })),
  });

export const nodeQuery = (id: string) =>
  queryOptions({
    queryKey: ["department", id],
    queryFn: () =>
      ask(api.GET("/api/departments/{department_id}", { params: { path: { department_id: id } } })),
  });
